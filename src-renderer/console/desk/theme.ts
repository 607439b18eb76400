/** Dark or light, as asked by `?theme=light`, else as chosen here before; kept on this machine. */
import { ref, type Ref } from 'vue'

export type Theme = 'dark' | 'light'
const KEPT = 'vigil.theme'

const chosen = (): Theme =>
  (new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(KEPT)) === 'light' ? 'light' : 'dark'

export function useTheme(): { theme: Ref<Theme>; turn: () => void } {
  const theme = ref(chosen())
  const show = (): void => { document.documentElement.dataset.theme = theme.value }
  show()
  return {
    theme,
    turn() {
      theme.value = theme.value === 'dark' ? 'light' : 'dark'
      localStorage.setItem(KEPT, theme.value)
      show()
    }
  }
}
