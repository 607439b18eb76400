/** The names in the record of what no person did. */

/** Of what the station does by itself. */
export const STATION = 'Vigil'
/** Of a program of this machine, and of a wall. */
const PROGRAM = '本机程序'
const WALL = '大屏'
export const STATION_NAMES: readonly string[] = [STATION, PROGRAM, WALL]

/** Of a console while nobody has signed on there. */
export const CONSOLE_SEAT = '值班员'
export const PUBLIC_WALL = '公开大屏'
const NOBODYS: ReadonlySet<string> = new Set([...STATION_NAMES, CONSOLE_SEAT, PUBLIC_WALL])

/** Whether the `by` of an event is the name of somebody who had signed on. */
export const isPersonsName = (by: string): boolean => !NOBODYS.has(by)
