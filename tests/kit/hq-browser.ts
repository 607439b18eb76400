/** What a browser sends to HQ: requests of its pages, signed in or not. */
import type { HqPerson } from '#shared/domain/hq/scope.ts'
import type { HqKit } from './hq.ts'

export const PASSWORD = 'correct horse battery'

/** As a browser keeps it. */
export const cookieOf = (answer: Response): string =>
  answer.headers.getSetCookie().at(-1)!.split(';')[0]!

export type Asked = { status: number; body: unknown }
export type HqBrowser = {
  send: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>
  /** Appoints the person, signs in, and asks as them. */
  signedIn: (person: HqPerson) => Promise<(request: string, input?: unknown) => Promise<Asked>>
}

export function browserOf({ server, people }: HqKit): HqBrowser {
  const send: HqBrowser['send'] = (path, body, headers = {}) =>
    fetch(`${server.url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return {
    send,
    async signedIn(person) {
      await people.appoint(person, PASSWORD, 'test')
      const cookie = cookieOf(await send('sign-in', { name: person.name, password: PASSWORD }))
      return async (request, input = {}) => {
        const answer = await send(request, input, { cookie })
        return { status: answer.status, body: await answer.json() }
      }
    },
  }
}
