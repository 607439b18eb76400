/**
 * Serves `app://console/…` to the console's profile, with the answers of app-answer.ts and, for
 * files of incidents, of app-files.ts.
 */
import { session, type CustomScheme } from 'electron'
import type { Pages } from '#main/adapters/http/built-pages.ts'
import type { Files } from '#main/adapters/http/file-routes.ts'
import { answerApp, type ProgramPages } from './app-answer.ts'
import { answerFile } from './app-files.ts'
import { CALLER } from './ipc.ts'
import { APP } from './navigation-policy.ts'

/** Must be registered before the program is ready. No `bypassCSP`, no `corsEnabled`. */
export const APP_SCHEME: CustomScheme = {
  scheme: APP.scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/** `files`: null until the station runs. */
export function serveApp(
  pages: Pages,
  programPages: ProgramPages,
  files: () => Files | null,
): void {
  session.defaultSession.protocol.handle(APP.scheme, async (request) => {
    const ofFile = await answerFile(request, files(), CALLER)
    if (ofFile) return ofFile
    const { method, url } = request
    const { status, headers, body } = answerApp(method, url, pages, programPages)
    return new Response(body, { status, headers: { ...headers } })
  })
}
