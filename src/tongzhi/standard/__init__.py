"""The numbers of GB/T 9704-2012 and a house style over them; recipe, checker and repair all read these."""
