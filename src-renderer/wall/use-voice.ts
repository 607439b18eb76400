/**
 * Speaks on a wall that has been set to: with a voice of the machine itself and none of the
 * network, in the language of the wall, and nowhere in public.
 */
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { WallVoice } from '#shared/domain/board/wall-sign.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { useText } from '../i18n/index.ts'
import { useBoard } from '../stores/board.ts'
import { useTick } from '../stores/tick.ts'
import type { Language } from '../ui/figure.ts'
import type { WallJob } from './named-wall.ts'
import type { NewsItem } from './news.ts'
import { nextSaying, sayingsOf, sentenceOf, SILENT, withSayings, type Saying } from './speech.ts'

/** Late steps that were not there at the last look. */
function lateSince(
  before: ReadonlySet<string> | null,
  incidents: readonly BoardIncident[],
  at: number,
): { alerts: ReadonlySet<string>; sayings: readonly Saying[] } {
  const late = incidents.flatMap(({ id, drill, discreet, alerts }) =>
    drill || discreet
      ? []
      : alerts
          .filter(({ kind, acknowledgedAt }) => kind === 'late' && acknowledgedAt === null)
          .map((alert) => ({ incidentId: id, alertId: alert.id })),
  )
  return {
    alerts: new Set(late.map(({ alertId }) => alertId)),
    sayings:
      before === null
        ? []
        : late
            .filter(({ alertId }) => !before.has(alertId))
            .map(({ incidentId }) => ({ incidentId, kind: 'late', since: at })),
  }
}

/** Best first. Mandarin goes by `cmn` where the machine's voices are those of espeak. */
const SPEAKS: Readonly<Record<Language, readonly RegExp[]>> = {
  zh: [/^(?:zh-(?:cn|hans)|cmn$)/i, /^(?:zh|cmn)/i],
  en: [/^en/i],
}

/** A voice of the machine itself for that language; null: it has none. */
export function voiceFor(
  language: Language,
  voices: readonly SpeechSynthesisVoice[],
): SpeechSynthesisVoice | null {
  const local = voices.filter(({ localService }) => localService)
  const best = SPEAKS[language].find((is) => local.some(({ lang }) => is.test(lang)))
  return local.find(({ lang }) => best?.test(lang)) ?? null
}

/** `voice`: undefined on a wall that does not speak. `hear`: what has just happened. */
export function useVoice(
  { wall }: Pick<WallJob, 'wall'>,
  stale: Readonly<Ref<boolean>>,
): { voice: ComputedRef<WallVoice | undefined>; hear: (news: readonly NewsItem[]) => void } {
  const board = useBoard()
  const tick = useTick()
  const { tr, lang } = useText()
  const machine = typeof speechSynthesis === 'undefined' ? null : speechSynthesis
  const voices = shallowRef<readonly SpeechSynthesisVoice[]>(machine?.getVoices() ?? [])
  const isAllowed = shallowRef(false) // the browser has let it speak
  let speech = SILENT
  let late: ReadonlySet<string> | null = null
  let looked: readonly BoardIncident[] | null = null // at these, last

  const isOn = computed(
    () =>
      wall.value?.voice === true &&
      !wall.value.public &&
      board.board !== null &&
      !board.board.public,
  )
  const local = computed(() => voiceFor(lang.value, voices.value))

  function say(words: string, volume = 1): void {
    if (!machine || !local.value) return
    const utterance = new SpeechSynthesisUtterance(words)
    Object.assign(utterance, { voice: local.value, lang: local.value.lang, volume })
    utterance.onstart = () => {
      isAllowed.value = true
    }
    utterance.onerror = ({ error }) => {
      if (error !== 'canceled' && error !== 'interrupted') isAllowed.value = false
    }
    machine.speak(utterance)
  }

  /** Whether it may speak is found out by speaking, so softly that nobody hears it. */
  const tryOut = (): void => {
    if (isOn.value && !isAllowed.value) say('1', 0)
  }
  const listed = (): void => {
    voices.value = machine?.getVoices() ?? []
  }
  machine?.addEventListener('voiceschanged', listed)
  for (const event of ['pointerdown', 'keydown'] as const) addEventListener(event, tryOut)
  onScopeDispose(() => {
    machine?.removeEventListener('voiceschanged', listed)
    for (const event of ['pointerdown', 'keydown'] as const) removeEventListener(event, tryOut)
    machine?.cancel()
  })
  watch([isOn, local], tryOut, { immediate: true })

  watch(
    () => [isOn.value ? tick.mono : 0, board.board?.incidents] as const,
    ([, incidents]) => {
      const { mono } = tick
      if (!incidents) return
      const latest = incidents === looked ? null : lateSince(late, incidents, mono)
      looked = incidents
      late = latest?.alerts ?? late
      if (!isOn.value) {
        speech = SILENT
        return
      }
      if (latest) speech = withSayings(speech, latest.sayings)
      if (stale.value) return // nobody knows whether it is still so
      const next = nextSaying(speech, incidents, mono)
      speech = next.speech
      if (next.saying) say(tr(sentenceOf(next.saying.kind, next.saying.incident)))
    },
  )

  return {
    voice: computed(() =>
      !isOn.value ? undefined : !local.value ? 'none' : isAllowed.value ? 'on' : 'blocked',
    ),
    hear(news) {
      if (isOn.value) speech = withSayings(speech, sayingsOf(news, tick.mono))
    },
  }
}
