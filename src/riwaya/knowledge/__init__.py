"""What the reviewed tables know: names of nations and bodies, what a role's words say, who held which office when."""
