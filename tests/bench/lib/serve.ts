/**
 * The real `serve`, from the sources, in a process of its own: what a bench asks it goes over HTTP,
 * as a program of the machine would.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answered, Input, Name, ReplyOf } from '#shared/contract/contract.ts'
import { root } from './place.ts'

export type Served = {
  url: string
  token: string // the local one
  consoleUrl: string
  wallUrl: string
  request: <N extends Name>(name: N, input: Input<N>) => Promise<ReplyOf<N>>
  stop: () => Promise<void>
}

export async function serve(dir: string): Promise<Served> {
  const child = spawn(
    process.execPath,
    [join(root, 'src-main/hosts/node/command-line.ts'), 'serve', '--data', dir, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  process.once('exit', () => child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  let output = ''
  for await (const piece of child.stdout) {
    output += String(piece)
    if (output.includes('\n')) break
  }
  const { url, consoleUrl, wallUrl, tokenFile } = JSON.parse(output) as {
    url: string
    consoleUrl: string
    wallUrl: string
    tokenFile: string
  }
  const token = readFileSync(tokenFile, 'utf8')
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  }
  return {
    ...{ url, token, consoleUrl, wallUrl },
    async request<N extends Name>(name: N, input: Input<N>) {
      const response = await fetch(`${url}/api/request`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ id: crypto.randomUUID(), name, input }),
      })
      const answer = (await response.json()) as Answered<N>
      if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.message.en}`)
      return answer.reply
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** One running incident of the hotline plan with limits from three minutes on. */
export async function hotlineDown({ request }: Served, n: number): Promise<string> {
  const { incidentId } = await request('incident/report', {
    narrative: '热线打不进',
    place: `热线中心${n}号席`,
  })
  await request('incident/activate', { incidentId, planId: 'gas-hotline-failure' })
  await request('incident/answer', { incidentId, fact: 'fault_kind', value: 'no-calls' })
  await request('incident/step', { incidentId, stepId: 'hl-05', outcome: 'done' })
  await request('incident/step', { incidentId, stepId: 'hl-02', outcome: 'done' })
  return incidentId
}
