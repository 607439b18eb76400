/**
 * Serves the station over HTTP inside the desktop program, for its wall and programs of this
 * machine.
 */
import type { Pages } from '#main/adapters/http/built-pages.ts'
import { startHttp, type HttpServer } from '#main/adapters/http/http-server.ts'
import type { SessionRegistry } from '#main/adapters/http/session-registry.ts'
import type { WallAddressFile } from '#main/adapters/http/wall-address.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Station } from '#main/core/api.ts'
import type { Log } from '#main/core/ports.ts'
import { folderSecrets, removeStationFiles, writeStationFile } from '../node/folder-secrets.ts'
import { listenOnFirst, portsToTry, settleWallAddress } from '../node/wall-address.ts'

/** `mayWrite`: whether the next start may learn from this one where walls are opened. */
type Serving = {
  station: Station
  pages: Pages
  sessions: SessionRegistry
  wallAddress: WallAddressFile
  mayWrite: boolean
  log: Log
}
/** `unwritten`: errors of files that could not be written into the folder. */
export type Served = {
  url: string
  wallUrl: string
  unwritten: readonly unknown[]
  stop(): Promise<void>
}

/**
 * Listens on the preferred port, else on the one of the last start, else on any free one; null if
 * there is none: then there is no wall, and everything else runs.
 */
export async function serveHttp(
  dir: string,
  preferredPort: number,
  { station, pages, sessions, wallAddress, mayWrite, log }: Serving,
): Promise<Served | null> {
  try {
    const { unwritten, ...secrets } = folderSecrets(dir)
    const listen = (port: number): Promise<HttpServer> =>
      startHttp({
        station,
        port,
        pages,
        sessions,
        wallAddress,
        clock: systemClock,
        log,
        ...secrets,
      })
    const ports = portsToTry(preferredPort, wallAddress.port(), true)
    const http = await listenOnFirst(ports, listen, log)
    const unsettled = await settleWallAddress(wallAddress, http.port, { station, mayWrite })
    const stationFileError = writeStationFile(dir, http.url, true)
    return {
      url: http.url,
      get wallUrl() {
        return http.wallUrl
      },
      unwritten: [...unwritten, unsettled, stationFileError],
      async stop() {
        removeStationFiles(dir)
        await http.stop()
      },
    }
  } catch (error) {
    log.error('not-served', error)
    removeStationFiles(dir)
    return null
  }
}
