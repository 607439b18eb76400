/** The names in the record of what no person did. */

/** Of what the station does by itself. */
export const STATION = 'Vigil'
/** Of a program of this machine, and of a wall. */
const PROGRAM = '本机程序'
const WALL = '大屏'
export const STATION_NAMES: readonly string[] = [STATION, PROGRAM, WALL]
