/** Whether a panel of so many units holds a page at all, and nobody is hidden on it. */
import { densityOf, heightsOf, shapeOf } from './density.ts'
import { stripRoomOf } from './strip-room.ts'

/** Under so many units across, header and announcement run into each other. */
const LEAST_ACROSS = { landscape: 900, portrait: 700 } as const
/** A strip of fewer cells tells too little of what runs. */
const LEAST_SLOTS = 6

/** It shows a row whole, its header and its footer, and a cell for so many incidents. */
export function holds(across: number, down: number): boolean {
  const shape = shapeOf(across, down)
  const density = densityOf(across, down)
  const { chrome, lead } = heightsOf(density, shape)
  return (
    across >= LEAST_ACROSS[shape] &&
    down >= chrome + lead &&
    stripRoomOf(across, down).slots >= LEAST_SLOTS
  )
}
