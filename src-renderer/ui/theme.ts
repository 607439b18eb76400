/**
 * Chooses dark or light, as asked by `?theme=light`, else as chosen here before; kept on this
 * machine.
 */
import { readonly, ref, type Ref } from 'vue'
import type { Theme } from '#shared/contract/bridge.ts'

const KEPT = 'vigil.theme'

const chosen = (): Theme =>
  (new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(KEPT)) === 'light'
    ? 'light'
    : 'dark'

const theme = ref<Theme>('dark')
/** What is shown: one for the page. */
export const themeShown = readonly(theme)

export function useTheme(): { theme: Readonly<Ref<Theme>>; turn: () => void } {
  theme.value = chosen()
  const show = (): void => {
    document.documentElement.dataset.theme = theme.value
  }
  show()
  return {
    theme,
    turn() {
      theme.value = theme.value === 'dark' ? 'light' : 'dark'
      localStorage.setItem(KEPT, theme.value)
      show()
    },
  }
}
