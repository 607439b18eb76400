/**
 * Keeps the young part of the heap small while the program starts: most of what a start reads is
 * thrown away at once, and the room that V8 would make for it stays. To be imported before all
 * else, since reading the modules is the greater part of it.
 */
import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--semi-space-growth-factor=1')

/** From now on it grows with the work that there is, as V8 sees fit. */
export const growWithWork = (): void => setFlagsFromString('--semi-space-growth-factor=2')
