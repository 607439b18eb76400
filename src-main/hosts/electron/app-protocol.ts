/** Serves `app://console/…` to the console's profile, with the answers of app-answer.ts. */
import { session, type CustomScheme } from 'electron'
import type { Pages } from '#main/adapters/http/built-pages.ts'
import { answerApp, type ProgramPages } from './app-answer.ts'
import { APP } from './navigation-policy.ts'

/** Must be registered before the program is ready. No `bypassCSP`, no `corsEnabled`. */
export const APP_SCHEME: CustomScheme = {
  scheme: APP.scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

export function serveApp(pages: Pages, programPages: ProgramPages): void {
  session.defaultSession.protocol.handle(APP.scheme, ({ method, url }) => {
    const { status, headers, body } = answerApp(method, url, pages, programPages)
    return new Response(body, { status, headers: { ...headers } })
  })
}
