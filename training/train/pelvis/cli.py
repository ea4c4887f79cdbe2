"""`python3 -m train pelvis ...`"""
import argparse


def main(argv):
    parser = argparse.ArgumentParser("python3 -m train pelvis", description="Trains the landmark detector or the refinement.")
    parser.add_argument("stage", choices=["pool", "detector", "refine"], help="pool: keep simulated films coming; detector: SSD512; refine: heat maps")
    parser.add_argument("--work", required=True, help="folder for pool, checkpoints and logs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60, help="how long to train in all; the learning rate ends there")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--init", help="a checkpoint to start from (weights only)")
    parser.add_argument("--data", help="a folder of own cases in the pool's form, used instead of the simulated pool")
    parser.add_argument("--full-share", type=float, default=0.35, help="detector: last share of the time on whole 512-pixel films")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--fine-every", type=int, default=3, help="pool: each n-th film at 0.4 mm, for the refinement")
    args = parser.parse_args(argv)
    if args.stage == "pool":
        import os
        from .pool import fill
        fill(os.path.join(args.work, "pool"), args.seed, 250, args.fine_every)
    elif args.stage == "detector":
        from .detector import train
        train(args)
    else:
        from .refine import train
        train(args)
    return 0
