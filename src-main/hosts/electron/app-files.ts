/** Answers the console's page at `app://console/api/files`, as the station does over HTTP. */
import { NO_STORE, SECURITY_HEADERS } from '#main/adapters/http/headers.ts'
import { giveFile, takeFile, type Files } from '#main/adapters/http/file-routes.ts'
import { refusal, statusOf } from '#main/adapters/http/http-refusals.ts'
import type { Caller } from '#main/core/api.ts'
import type { Refused } from '#shared/contract/contract.ts'
import { isAppPage } from './navigation-policy.ts'

const PATH = '/api/files'

const json = (body: object, status: number): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...SECURITY_HEADERS, 'cache-control': NO_STORE, 'content-type': 'application/json' },
  })
const refuse = (body: Refused): Response => json(body, statusOf(body.code))

async function* nothing(): AsyncGenerator<Uint8Array> {}

/**
 * Null for an address that is none of files. `files`: null until the station runs. Only the profile
 * of the console has the scheme, and no page but ours comes into its window.
 */
export async function answerFile(
  request: Request,
  files: Files | null,
  caller: Caller,
): Promise<Response | null> {
  if (!isAppPage(request.url)) return null
  const { pathname, searchParams } = new URL(request.url)
  const isPost = pathname === PATH
  if (!isPost && !pathname.startsWith(`${PATH}/`)) return null
  if (!files) return refuse(refusal('not-found'))
  if (request.method !== (isPost ? 'POST' : 'GET')) return refuse(refusal('method-not-allowed'))
  if (isPost) {
    const taken = await takeFile(files, request.body ?? nothing(), {
      length: Number(request.headers.get('content-length') ?? 0),
      incidentId: searchParams.get('incidentId'),
      caller,
    })
    return taken.ok ? json(taken, 200) : refuse(taken)
  }
  const file = await giveFile(files, pathname.slice(PATH.length + 1), caller)
  if ('ok' in file) return refuse(file)
  return new Response(file.body, {
    headers: { ...SECURITY_HEADERS, 'cache-control': NO_STORE, ...file.headers },
  })
}
