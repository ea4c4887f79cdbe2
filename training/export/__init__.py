"""Export of trained networks to the models/ folder of the node."""
