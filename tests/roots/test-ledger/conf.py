"""A tiny faultless edition, over which each folder lays a fault."""
