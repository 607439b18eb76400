/**
 * Follows the desktop where the console is a program of its own: a clicked notification shows its
 * incident; tray, notifications and wall follow the page's language, and the wall its theme.
 */
import { watch, type Ref } from 'vue'
import type { Pinia } from 'pinia'
import type { Bridge } from '#shared/contract/bridge.ts'
import type { Locale } from '../../i18n/index.ts'
import { useSelection } from '../base/selection.ts'
import { NOW } from '../base/links.ts'
import { useRoute } from '../base/route.ts'
import { themeShown } from '#renderer/ui/theme.ts'

export function followDesktop(bridge: Bridge, pinia: Pinia, language: Readonly<Ref<Locale>>): void {
  bridge.onOpenIncident((incidentId) => {
    useSelection(pinia).choose(incidentId)
    useRoute(pinia).go(NOW)
  })
  watch(language, (now) => void bridge.notifyState({ language: now }), { immediate: true })
  // not at the start: a wall may have been given a theme of its own
  watch(themeShown, (theme) => void bridge.notifyState({ language: language.value, theme }))
}
