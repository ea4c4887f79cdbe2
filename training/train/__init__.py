"""Training of the networks on simulated or own cases."""
