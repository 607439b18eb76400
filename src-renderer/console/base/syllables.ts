/**
 * Reads Chinese aloud in the page, so that names are found by pinyin and by initials while somebody
 * types. The dictionary is large: it is loaded with the first list that asks for it.
 */
import { shallowRef, type ShallowRef } from 'vue'

/** A syllable without tone for each Chinese character; whatever is not Chinese is left out. */
export type Syllables = (text: string) => readonly string[]

const NOT_YET: Syllables = () => []
let loading: Promise<Syllables> | null = null

async function load(): Promise<Syllables> {
  const { pinyin } = await import('pinyin-pro')
  return (text) =>
    // a name begins with its surname: 单 is Shan there, 曾 is Zeng
    pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed', surname: 'head' })
}

/** Reads nothing until the dictionary is there; without it names are found as they are written. */
export function useSyllables(): Readonly<ShallowRef<Syllables>> {
  const syllables = shallowRef(NOT_YET)
  loading ??= load()
  loading.then(
    (read) => {
      syllables.value = read
    },
    () => {
      loading = null // no contact: the next list tries again
    },
  )
  return syllables
}
