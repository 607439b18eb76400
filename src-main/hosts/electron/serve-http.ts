/**
 * Serves the station over HTTP inside the desktop program, for its wall and programs of this
 * machine.
 */
import type { Pages } from '#main/adapters/http/built-pages.ts'
import { startHttp, type HttpServer } from '#main/adapters/http/http-server.ts'
import type { SessionRegistry } from '#main/adapters/http/session-registry.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Station } from '#main/core/api.ts'
import type { Log } from '#main/core/ports.ts'
import { folderSecrets, removeStationFiles, writeStationFile } from '../node/folder-secrets.ts'

type Serving = { station: Station; pages: Pages; sessions: SessionRegistry; log: Log }
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
  { station, pages, sessions, log }: Serving,
): Promise<Served | null> {
  try {
    const { unwritten, ...secrets } = folderSecrets(dir)
    const listen = (port: number): Promise<HttpServer> =>
      startHttp({ station, port, pages, sessions, clock: systemClock, log, ...secrets })
    const http = await listen(preferredPort).catch((error: unknown) => {
      log.error('port-taken', error, { port: preferredPort })
      return listen(0)
    })
    const stationFileError = writeStationFile(dir, http.url, true)
    return {
      url: http.url,
      get wallUrl() {
        return http.wallUrl
      },
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
