/** What a wall says aloud, and when it does. */
import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { nextTick } from 'vue'
import { localized } from '#shared/domain/text.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { NamedWall } from '#shared/domain/walls/wall.ts'
import {
  nextSaying,
  sayingsOf,
  sentenceOf,
  SILENT,
  withSayings,
  type Saying,
  type SpokenKind,
} from '#renderer/wall/speech.ts'
import { alert, board, incident, people, SECOND, step } from '../board-parts.ts'
import { live, push, sent, show, shown, useWall, wall } from './wall-kit.ts'

const FIRE = localized('火警', 'Fire')
const fire = (part: Partial<BoardIncident> = {}): BoardIncident =>
  incident({ id: 'fire', typeName: FIRE, level: 4, state: 'responding', ...part })

describe('a sentence', () => {
  test.each<[SpokenKind, Partial<BoardIncident>, string, string]>([
    ['new', {}, '新报告 火警 四级', 'New report, Fire, level four'],
    ['new', { level: null }, '新报告 火警', 'New report, Fire'],
    ['new', { level: null, typeName: null }, '新报告 事件', 'New report, incident'],
    ['raised', { level: 1 }, '升级 火警 一级', 'Raised, Fire, level one'],
    ['casualties', {}, '有人员伤亡 火警 四级', 'People are hurt, Fire, level four'],
    ['warning', { warning: 'red' }, '红色预警 火警', 'Red warning, Fire'],
    ['contained', {}, '已控制 火警', 'Contained, Fire'],
  ])('of %s with %o', (kind, part, zh, en) => {
    expect(sentenceOf(kind, fire(part))).toEqual({ zh, en })
  })

  it('holds no place, no name and no word of a caller, whatever it is about', () => {
    const secrets = ['滨江路88号', '周敏', '我老公被困在里面', '王磊', '李强']
    const burning = fire({
      place: secrets[0]!,
      reporter: secrets[1]!,
      narrative: secrets[2]!,
      commander: secrets[4]!,
      kind: localized(secrets[0]!, secrets[0]!),
      steps: [step({ people: [secrets[3]!] })],
      casualties: people({ dead: 1 }),
      warning: 'red',
    })
    const kinds: readonly SpokenKind[] = [
      ...(['new', 'raised', 'casualties', 'graver', 'warning', 'untaken'] as const),
      ...(['late', 'contained'] as const),
    ]
    const all = kinds.map((kind) => Object.values(sentenceOf(kind, burning)).join()).join()
    for (const secret of secrets) expect(all).not.toContain(secret)
  })
})

describe('when it is said', () => {
  const saying = (incidentId: string, kind: SpokenKind, since = 0): Saying => ({
    ...{ incidentId, kind, since },
  })
  const lift = incident({ id: 'lift', level: 3, state: 'responding' })
  const speech = (...sayings: Saying[]) => withSayings(SILENT, sayings)

  it('is the most urgent first, one in half a minute', () => {
    let state = speech(saying('lift', 'new'), saying('fire', 'late'), saying('tap', 'contained'))
    const tap = incident({ id: 'tap', state: 'contained' })
    const order: [string, number][] = []
    const burning = fire({ alerts: [alert({ kind: 'late' })] })
    for (let at = 0; at < 100 * SECOND; at += SECOND) {
      const next = nextSaying(state, [burning, lift, tap], at)
      state = next.speech
      if (next.saying) order.push([next.saying.incident.id, at / SECOND])
    }
    expect(order).toEqual([
      ['lift', 0],
      ['fire', 30],
      ['tap', 60],
    ])
  })

  it('of one kind the more urgent incident comes first, and each has one sentence', () => {
    const state = speech(saying('lift', 'new'), saying('fire', 'new'), saying('fire', 'raised', 1))
    const next = nextSaying(state, [fire(), lift], 2)
    expect(next.saying).toMatchObject({ kind: 'raised', incident: { id: 'fire' } })
    expect(next.speech.waiting).toMatchObject([{ incidentId: 'lift' }])
  })

  test.each<[string, Saying, Partial<BoardIncident> | null]>([
    ['its incident has left the board', saying('fire', 'new'), null],
    ['it was found false', saying('fire', 'new'), { state: 'falseReport' }],
    ['it is closed', saying('fire', 'new'), { state: 'closed' }],
    ['it is contained', saying('fire', 'casualties'), { state: 'contained' }],
    ['what was contained has been lifted', saying('fire', 'contained'), { state: 'lifted' }],
    ['somebody has taken the step', saying('fire', 'untaken'), { steps: [] }],
    ['the late step is done', saying('fire', 'late'), { alerts: [] }],
    [
      'somebody has acknowledged it',
      saying('fire', 'late'),
      { alerts: [alert({ kind: 'late', acknowledgedAt: 1 })] },
    ],
    ['it has become discreet', saying('fire', 'new'), { discreet: true }],
    ['two minutes have passed', saying('fire', 'new', -120 * SECOND), {}],
  ])('is never, once %s', (_case, about, part) => {
    const incidents = part === null ? [] : [fire(part)]
    expect(nextSaying(speech(about), incidents, 0)).toMatchObject({
      ...{ saying: null, speech: { waiting: [] } },
    })
  })

  it('is never of a drill, nor of what nobody may notice', () => {
    const news = { incidentId: 'fire', kind: 'new', drill: false, discreet: false } as const
    expect(sayingsOf([news], 0)).toHaveLength(1)
    expect(sayingsOf([{ ...news, drill: true }], 0)).toEqual([])
    expect(sayingsOf([{ ...news, discreet: true }], 0)).toEqual([])
    expect(sayingsOf([{ ...news, kind: 'falseReport' }], 0)).toEqual([])
  })
})

describe('a wall that speaks', () => {
  useWall()
  type Line = { text: string; lang: string; volume: number }
  const spoken: Line[] = []
  let isAllowed = true

  class Utterance {
    onstart: (() => void) | null = null
    onerror: ((event: { error: string }) => void) | null = null
    readonly text: string
    constructor(text: string) {
      this.text = text
    }
  }
  const voice = (lang: string, localService = true) => ({ lang, localService, name: lang })
  /** A machine with these voices, as its browser offers them. */
  function machine(...voices: readonly object[]): void {
    vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
    vi.stubGlobal('speechSynthesis', {
      getVoices: () => voices,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      cancel: () => undefined,
      speak(utterance: Utterance & Line) {
        if (!isAllowed) return utterance.onerror?.({ error: 'not-allowed' })
        if (utterance.volume > 0) spoken.push(utterance)
        utterance.onstart?.()
      },
    })
  }
  afterEach(() => {
    spoken.length = 0
    isAllowed = true
  })

  const named = (part: Partial<NamedWall> = {}): NamedWall => ({
    ...{ id: 'hall', name: '大厅屏', view: 'incidents', language: 'zh', theme: 'dark' },
    ...{ voice: true, ...part },
  })
  const open = async (part: Partial<NamedWall> = {}, more = {}): Promise<void> => {
    await show(board({ namedWalls: [named(part)], incidents: [], ...more }), '?wall=hall')
    await live(1)
  }
  const comes = async (part: Partial<BoardIncident> = {}): Promise<void> => {
    push({
      kind: 'incident',
      ...{ previous: shown.position, position: shown.position + 1, now: Date.now() },
      incidentId: 'fire',
      incident: fire({ receivedAt: Date.now(), ...part }),
      ...{ month: shown.month, lastIncidentAt: null },
    })
    await nextTick()
    await live(1)
  }
  const lines = (): string[] => spoken.map(({ text }) => text)
  const claimed = (): unknown =>
    (sent.findLast(({ name }) => name === 'wall/alive')?.input as { voice?: string }).voice

  it('says what is new in its language, with a voice of the machine, and tells the console so', async () => {
    machine(voice('zh-CN', false), voice('en-US'), voice('zh-CN'))
    await open()
    await comes()
    expect(lines()).toEqual(['新报告 火警 四级'])
    expect(spoken[0]).toMatchObject({ lang: 'zh-CN' })
    expect(claimed()).toBe('on')
    wall.unmount()
    await open({ language: 'en' })
    await comes()
    expect(lines()[1]).toBe('New report, Fire, level four')
  })

  test.each([
    ['of espeak, which says cmn', ['yue', 'cmn-latn-pinyin', 'cmn', 'en-us'], 'cmn'],
    ['with Mandarin beside Cantonese', ['zh-HK', 'zh-CN'], 'zh-CN'],
    ['with Cantonese by a name of Chinese', ['zh-HK'], 'zh-HK'],
    ['with pinyin alone', ['yue', 'cmn-latn-pinyin'], 'cmn-latn-pinyin'],
  ])('on a machine %s it takes the best Chinese voice', async (_case, langs, best) => {
    machine(...langs.map((lang) => voice(lang)))
    await open()
    await comes()
    expect(spoken).toMatchObject([{ text: '新报告 火警 四级', lang: best }])
  })

  test.each<[string, Partial<NamedWall>, object, Partial<BoardIncident>]>([
    ['it was not set to', { voice: undefined }, {}, {}],
    ['its address is public', {}, { public: true }, {}],
    ['it hangs in public', { public: true }, {}, {}],
    ['it is a drill', {}, {}, { drill: true }],
    ['nobody may notice', {}, {}, { discreet: true }],
  ])('is silent where %s', async (_case, part, more, of) => {
    machine(voice('zh-CN'))
    await open(part, more)
    await comes(of)
    expect(lines()).toEqual([])
  })

  it('has no voice where the machine has none of its own, and says so', async () => {
    machine(voice('zh-CN', false), voice('en-US'))
    await open()
    await comes()
    expect(lines()).toEqual([])
    expect(claimed()).toBe('none')
  })

  it('is blocked until somebody touches the page, says so, and is heard from then on', async () => {
    machine(voice('zh-CN'))
    isAllowed = false
    await open()
    expect(claimed()).toBe('blocked')
    isAllowed = true
    dispatchEvent(new Event('pointerdown'))
    await live(1)
    expect(claimed()).toBe('on')
    await comes()
    expect(lines()).toEqual(['新报告 火警 四级'])
  })

  it('says a step that is late once, when it becomes so', async () => {
    machine(voice('zh-CN'))
    await open({}, { incidents: [fire()] })
    await comes({ alerts: [alert({ id: 'a', kind: 'late' })] })
    await live(40)
    expect(lines()).toEqual(['有步骤超时 火警 四级'])
  })

  it('says nothing of what it finds when it is opened', async () => {
    machine(voice('zh-CN'))
    await open({}, { incidents: [fire({ alerts: [alert({ kind: 'late' })] })] })
    await live(5)
    expect(lines()).toEqual([])
  })
})
