/**
 * Keeps the address of walls the same over restarts, for either host: the port is the one of before
 * where it is free, and whoever has to open the walls anew is told.
 */
import type { WallAddressFile } from '#main/adapters/http/wall-address.ts'
import type { Station } from '#main/core/api.ts'
import type { Log } from '#main/core/ports.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

/**
 * The ports to try, in this order. `preferred` 0: any will do, so the `last` one first. `mayMove`:
 * whether another port is better than none where the preferred one is taken.
 */
export function portsToTry(
  preferred: number,
  last: number | null,
  mayMove: boolean,
): readonly number[] {
  if (preferred > 0 && !mayMove) return [preferred]
  return [...new Set([preferred, last ?? 0])].filter((port) => port > 0).concat(0)
}

/** On the first of these ports that can be had; rejects as the last of them does. */
export async function listenOnFirst<T>(
  [port = 0, ...others]: readonly number[],
  listen: (port: number) => Promise<T>,
  log: Log,
): Promise<T> {
  try {
    return await listen(port)
  } catch (error) {
    if (others.length === 0) throw error
    log.error('port-taken', error, { port })
    return listenOnFirst(others, listen, log)
  }
}

const moved = (before: number, port: number): LocalizedText =>
  localized(
    `值守的地址变了：上次用端口${before}，这次用端口${port}（上次的端口被别的程序占用，或启动时指定了别的）。大屏请按“设置”里的新地址重新打开，自动打开的大屏也要改；浏览器里的控制台要用新的链接登录。`,
    `The address of this station has changed from port ${before} to port ${port}: another program has the old port, or a different one was chosen at the start. Open the walls again with the new address under Settings, also those that open automatically; consoles in a browser need a new link.`,
  )

/**
 * Has the next start know where walls are opened, unless `mayWrite` forbids it: an emergency record
 * leaves the folder as it is. Answers the error of a file that could not be written, or null.
 */
export async function settleWallAddress(
  walls: WallAddressFile,
  port: number,
  { station, mayWrite }: { station: Pick<Station, 'note'>; mayWrite: boolean },
): Promise<unknown> {
  const before = walls.port()
  if (before !== null && before !== port) station.note(moved(before, port))
  if (!mayWrite) return null
  return walls.openedAt(port).then(
    () => null,
    (error: unknown) => error,
  )
}
