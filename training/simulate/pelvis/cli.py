"""`python3 -m simulate pelvis ...`"""
import argparse
import os

from . import case, scene


def main(argv):
    parser = argparse.ArgumentParser("python3 -m simulate pelvis", description="Writes simulated pelvis studies, a folder each, with truth.json.")
    parser.add_argument("--seed", type=int, required=True, help="900000 and above are kept for evaluation and never trained on")
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--kind", choices=list(scene.KINDS), help="only this kind of film")
    parser.add_argument("--measured", action="store_true", help="only films that can be measured: one or both hips replaced")
    parser.add_argument("--side", choices=["L", "R"], help="the replaced side")
    parser.add_argument("--everyday", action="store_true", help="an everyday film: centred, calibrated, MONOCHROME2")
    parser.add_argument("--pixel", type=float, help="detector pixel in mm; otherwise drawn from 0.139 to 0.2")
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--j2k", action="store_true", help="JPEG 2000 lossless")
    args = parser.parse_args(argv)
    for index in range(args.first, args.first + args.count):
        kind = args.kind or (("bilateral" if index % 6 == 5 else "unilateral") if args.measured else None)
        case.write(os.path.join(args.out, "case-%04d" % index), args.seed, index, kind, [args.side] if args.side else None, args.everyday, args.pixel, args.j2k)
        print("case-%04d" % index, flush=True)
    return 0
