/**
 * Serves the station over HTTP inside the desktop program, for its wall and programs of this
 * machine.
 */
import type { Pages } from '#main/adapters/http/built-pages.ts'
import { startHttp, type HttpServer } from '#main/adapters/http/http-server.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Station } from '#main/core/api.ts'
import type { Log } from '#main/core/ports.ts'
import { folderSecrets, removeStationFiles, writeStationFile } from '../node/folder-secrets.ts'

/** `unwritten`: errors of files that could not be written into the folder. */
export type Served = {
  url: string
  wallUrl: string
  unwritten: readonly unknown[]
  stop(): Promise<void>
}

/**
 * Listens on the preferred port, else on any free one; null if there is none: then there is no
 * wall, and everything else runs.
 */
export async function serveHttp(
  dir: string,
  preferredPort: number,
  station: Station,
  pages: Pages,
  log: Log,
): Promise<Served | null> {
  try {
    const { unwritten, ...secrets } = folderSecrets(dir)
    const listen = (port: number): Promise<HttpServer> =>
      startHttp({ station, port, pages, clock: systemClock, log, ...secrets })
    const http = await listen(preferredPort).catch((error: unknown) => {
      log.error('port-taken', error, { port: preferredPort })
      return listen(0)
    })
    const stationFileError = writeStationFile(dir, http.url, true)
    return {
      url: http.url,
      wallUrl: http.wallUrl,
      unwritten: [...unwritten, stationFileError],
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
