"""Rules an officer would recognise, as frozen values and pure functions; standard library only."""
