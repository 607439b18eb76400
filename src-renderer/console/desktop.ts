/** What the console does only as a program of its own: a clicked notification shows its incident, and tray and notifications speak the page's language. */
import { watch, type Ref } from 'vue'
import type { Pinia } from 'pinia'
import type { Bridge } from '#shared/contract/bridge.ts'
import type { Locale } from '../i18n/index.ts'
import { useChosen } from './desk/chosen.ts'

export function followDesktop(bridge: Bridge, pinia: Pinia, language: Readonly<Ref<Locale>>): void {
  bridge.onOpenIncident((incidentId) => useChosen(pinia).choose(incidentId))
  watch(language, (now) => void bridge.notifyState({ language: now }), { immediate: true })
}
