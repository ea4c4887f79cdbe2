"""Learning curves."""


def draw(path, history, names, title):
    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(figsize=(7, 4))
    for i, name in enumerate(names):
        axes.semilogy([row[0] for row in history], [row[1 + i] for row in history], label=name)
    axes.set_xlabel("minutes"), axes.set_ylabel("loss (running mean)"), axes.set_title(title), axes.legend(), axes.grid(alpha=0.3)
    figure.savefig(path, dpi=90, bbox_inches="tight")
    pyplot.close(figure)
