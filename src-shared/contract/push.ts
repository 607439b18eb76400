/** The pushes that the station sends to every screen, over each transport. */
export type { BeatPush, BoardPush, IncidentPush, Push } from '../domain/board/push.ts'

/** Who listens: the console hears everything, a wall nothing personal. */
export type Audience = 'desk' | 'wall'
