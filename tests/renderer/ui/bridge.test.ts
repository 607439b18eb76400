/** The console's line to its station inside Electron behaves as the one over HTTP. */
import { reactive } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bridge, BridgeCall } from '#shared/contract/bridge.ts'
import type { Answered } from '#shared/contract/contract.ts'
import type { Push } from '#shared/contract/push.ts'
import { connectBridge } from '#renderer/transport/bridge.ts'
import type { StationLink } from '#renderer/transport/station.ts'
import { NOW, board } from '../board-parts.ts'

/** A main process that answers as the test says. */
let hellos: number
let there: boolean
let calls: BridgeCall[]
let answer: (call: BridgeCall) => Promise<Answered>
let push: (text: string) => void
let deaf: boolean
let link: StationLink

const bridge: Bridge = {
  hello: async () => {
    hellos += 1
    if (!there) throw new Error('nobody there')
    return { name: '值班员', version: '0.1.0', language: 'zh-CN' }
  },
  save: async () => ({ ok: true, saved: false, file: null }),
  request: (call) => {
    calls.push(structuredClone(call)) // as the border does: what cannot be copied does not cross it
    return answer(call)
  },
  onPush: (listener) => {
    push = listener
    return () => {
      deaf = true
    }
  },
  onOpenIncident: () => () => undefined,
  notifyState: async () => undefined,
}
const whole: Push = { kind: 'board', board: board() }

beforeEach(() => {
  vi.useFakeTimers()
  hellos = 0
  there = true
  calls = []
  deaf = false
  answer = async () => ({ ok: true, position: 3, reply: {} })
  link = connectBridge(bridge)
})
afterEach(() => {
  link.stop()
  vi.useRealTimers()
})

describe('the line', () => {
  it('is live with the first push, and knows the name of whoever sits there', async () => {
    const heard: Push[] = []
    link.onPush((pushed) => heard.push(pushed))
    expect(link.status.value).toBe('connecting')
    await vi.advanceTimersByTimeAsync(10)
    push(JSON.stringify(whole))
    expect(heard).toEqual([whole])
    expect([link.status.value, link.name.value]).toEqual(['live', '值班员'])
    expect(link.connections).toBe(1)
  })

  it('says hello again every five seconds until the board comes', async () => {
    there = false
    await vi.advanceTimersByTimeAsync(11_000)
    expect(hellos).toBe(3)
    push(JSON.stringify(whole))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(hellos).toBe(3)
  })

  it('that has been silent for fifteen seconds is lost, and looked for', async () => {
    await vi.advanceTimersByTimeAsync(10)
    push(JSON.stringify(whole))
    await vi.advanceTimersByTimeAsync(15_000)
    expect(link.status.value).toBe('live')
    await vi.advanceTimersByTimeAsync(2_000)
    expect([link.status.value, hellos > 1]).toEqual(['lost', true])
    push(
      JSON.stringify({
        kind: 'beat',
        cycle: 1,
        position: 100,
        now: NOW,
        walls: [],
        storageFailed: false,
        head: null,
      }),
    )
    expect(link.status.value).toBe('live')
  })

  it('is silent after stop', async () => {
    link.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([deaf, hellos]).toEqual([true, 1])
  })
})

describe('a request', () => {
  it('crosses the border as plain data, with an id of its own unless the caller gives one', async () => {
    const values = reactive(['a', 'b'])
    await link.request('incident/answer', { incidentId: 'i', fact: 'f', value: values })
    await link.request('board/read', {}, 'mine')
    expect(calls).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        name: 'incident/answer',
        input: { incidentId: 'i', fact: 'f', value: ['a', 'b'] },
      },
      { id: 'mine', name: 'board/read', input: {} },
    ])
  })

  it('gives the refusal of the station as it stands', async () => {
    const refusal = {
      ok: false as const,
      code: 'step-finished',
      message: { zh: '已完成', en: 'Finished' },
    }
    answer = async () => refusal
    expect(await link.request('board/read', {})).toEqual(refusal)
  })

  it.each<[string, () => Promise<Answered>]>([
    ['never answered', () => new Promise(() => undefined)],
    ['broken off', () => Promise.reject(new Error('gone'))],
  ])('that is %s is a refusal in both languages, and is not sent again', async (_how, failing) => {
    answer = failing
    const reply = link.request('alert/acknowledge', { alertId: 'a' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await reply).toMatchObject({
      ok: false,
      code: 'no-answer',
      message: { zh: expect.any(String) as string, en: expect.any(String) as string },
    })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(calls).toHaveLength(1)
  })
})
