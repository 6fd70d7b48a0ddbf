"""How fast a turn is, what it costs, and against what floor: `./run bench` prints it for this machine."""
