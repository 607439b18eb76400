/** Whether this screen may show the board: by its own pass, or because somebody is signed in. */
import { shallowRef, type ShallowRef } from 'vue'

export type PassFault = 'unknown-code' | 'too-many' | 'no-contact'
/** `looking`: HQ has not said yet. */
export type PassState = 'looking' | 'let-in' | 'none'

async function ask(path: string, code: string | null): Promise<number> {
  try {
    const how =
      code === null
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ code }),
          }
    return (await fetch(`/api/wall/${path}`, how)).status
  } catch {
    return 0
  }
}

const AGAIN_MS = 2_000

export type WallPass = {
  state: ShallowRef<PassState>
  fault: ShallowRef<PassFault | null>
  /** Asks HQ; false only where it has said no. */
  look: () => Promise<boolean>
  enter: (code: string) => Promise<void>
}
export function useWallPass(): WallPass {
  const state = shallowRef<PassState>('looking')
  const fault = shallowRef<PassFault | null>(null)
  async function look(): Promise<boolean> {
    const status = await ask('me', null)
    if (status === 200) state.value = 'let-in'
    if (status === 401) state.value = 'none'
    // whoever could not be asked is asked again: a wall is not left dark by a power cut at HQ
    if (state.value === 'looking') setTimeout(() => void look(), AGAIN_MS)
    return state.value !== 'none'
  }
  return {
    state,
    fault,
    look,
    async enter(code) {
      const status = await ask('enter', code)
      fault.value =
        status === 200
          ? null
          : status === 429
            ? 'too-many'
            : status === 401 || status === 400
              ? 'unknown-code'
              : 'no-contact'
      if (status === 200) await look()
    },
  }
}
