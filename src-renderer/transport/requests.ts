/**
 * What a page asks its station for: one request, one answer, and the files that the station wrote.
 * Nothing is queued or repeated; a request that brings no answer is answered here, with a refusal.
 */
import { localized } from '#shared/domain/text.ts'
import type { Answered, Input, Name, Refused } from '#shared/contract/contract.ts'
import type { Saved } from '#shared/contract/bridge.ts'
import type { Session } from './key.ts'

/**
 * Which file, and what it wants to be called; `text` of a plan or document, for anyone who saves it
 * without asking the station again. `whole`: a document with its attachments, put together only
 * where the page itself hands the file over.
 */
export type FileToSave = { fileName: string } & (
  | { exportId: string }
  | { planId: string; text: string }
  | { documentId: string; whole: () => Promise<Blob | Refused> }
  | { fileId: string }
)

export const ANSWER_WITHIN = 10_000

export const noContact: Refused = {
  ok: false,
  code: 'no-contact',
  message: localized('与值守站失去联系，没有发出', 'No contact with the station: nothing was sent'),
}
export const noAnswer: Refused = {
  ok: false,
  code: 'no-answer',
  message: localized(
    '没有收到回复：可能已经记录，请先看屏幕再决定',
    'No reply: it may have been recorded. Check the screen before you try again',
  ),
}
export const notSignedIn: Refused = {
  ok: false,
  code: 'not-signed-in',
  message: localized('尚未登录值守站', 'Not signed in to the station'),
}

export interface Requests {
  /**
   * Resolves always: no contact and no answer are refusals too (`no-contact`, `no-answer`). `id`
   * identifies a command; new by default.
   */
  request<N extends Name>(name: N, input: Input<N>, id?: string): Promise<Answered<N>>
  /**
   * Gives a file to the person: the browser keeps it, or the desktop asks where to. Resolves
   * always, as a request does.
   */
  save(what: FileToSave): Promise<Saved | Refused>
}

/**
 * @param at origin of the station
 * @param session read at each request; null: nobody is signed in
 * @param over ends whatever is under way
 */
export function createRequests(
  at: string,
  session: () => Session | null,
  over: AbortSignal,
): Requests {
  // what this page last said of itself, as the station has taken it
  let last: { state: string; answer: Answered<'wall/alive'> } | null = null

  async function request<N extends Name>(
    name: N,
    input: Input<N>,
    id: string = crypto.randomUUID(),
  ): Promise<Answered<N>> {
    return name === 'wall/alive'
      ? ((await sign(input as Input<'wall/alive'>, id)) as Answered<N>)
      : post(name, input, id)
  }

  /** A wall says what has changed of it; else only that it is there still, in half the bytes. */
  async function sign(input: Input<'wall/alive'>, id: string): Promise<Answered<'wall/alive'>> {
    const state = JSON.stringify({ ...input, beat: 0 })
    if (last?.state === state && (await again(input.wallId))) return last.answer
    const answer = await post('wall/alive', input, id)
    last = answer.ok ? { state, answer } : null
    return answer
  }

  /** Whether the station knows what this wall said last, and has heard it now. */
  async function again(wallId: string): Promise<boolean> {
    const signedIn = session()
    if (!signedIn) return false
    const answer = await fetch(`${at}/api/again/${encodeURIComponent(wallId)}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${signedIn.token}` },
      signal: AbortSignal.any([over, AbortSignal.timeout(ANSWER_WITHIN)]),
    }).catch(() => null)
    return answer?.status === 204
  }

  async function post<N extends Name>(name: N, input: Input<N>, id: string): Promise<Answered<N>> {
    const signedIn = session()
    if (!signedIn) return notSignedIn
    const limit = AbortSignal.timeout(ANSWER_WITHIN)
    try {
      const answer = await fetch(`${at}/api/request`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${signedIn.token}` },
        body: JSON.stringify({ id, name, input }),
        // the good-bye of a page that is closing is still sent
        keepalive: name === 'wall/alive',
        signal: AbortSignal.any([over, limit]),
      })
      return (await answer.json()) as Answered<N>
    } catch {
      return limit.aborted ? noAnswer : noContact
    }
  }

  async function save(what: FileToSave): Promise<Saved | Refused> {
    if ('text' in what) download(what.fileName, new Blob([what.text], { type: 'application/yaml' }))
    else if ('whole' in what) {
      const content = await what.whole()
      if ('ok' in content) return content
      download(what.fileName, content)
    } else {
      const signedIn = session()
      if (!signedIn) return notSignedIn
      const path = 'fileId' in what ? `files/${what.fileId}` : `export/${what.exportId}`
      const answer = await fetch(`${at}/api/${path}`, {
        headers: { Authorization: `Bearer ${signedIn.token}` },
        signal: over,
      }).catch(() => null)
      if (!answer) return noContact
      if (!answer.ok) return (await answer.json()) as Refused
      const content = await answer.blob().catch(() => null)
      if (!content) return noContact
      download(what.fileName, content)
    }
    return { ok: true, saved: true, file: null }
  }

  return { request, save }
}

const HANDED_OVER_BY = 60_000

/** Hands a file to the browser, which keeps it where its person wants it. */
function download(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // a busy browser takes it a while after the click, and once revoked there is nothing to take
  setTimeout(() => URL.revokeObjectURL(address), HANDED_OVER_BY)
}
