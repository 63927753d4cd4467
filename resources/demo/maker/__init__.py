# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of make_demo.py: one file for each thing the demo district consists of."""
