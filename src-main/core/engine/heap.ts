/** A binary heap: values in the order of a number. */

export type Item<T> = { key: number; value: T }
export type Heap<T> = {
  push: (item: Item<T>) => void
  peek: () => Item<T> | undefined
  pop: () => Item<T> | undefined
  size: () => number
  rekey: (key: (item: Item<T>) => number | null) => void
}

/**
 * The smallest key is on top. `rekey` works out every key again in linear time; an item without one
 * is dropped.
 */
export function createHeap<T>(): Heap<T> {
  let items: Item<T>[] = []
  const swap = (i: number, j: number): void => {
    const [a, b] = [items[i], items[j]]
    if (a && b) {
      items[i] = b
      items[j] = a
    }
  }
  const keyAt = (index: number): number => items[index]?.key ?? Infinity
  const up = (start: number): void => {
    for (let index = start; index > 0;) {
      const parent = (index - 1) >> 1
      if (keyAt(parent) <= keyAt(index)) return
      swap(parent, index)
      index = parent
    }
  }
  const down = (start: number): void => {
    for (let index = start; ;) {
      const left = 2 * index + 1
      const child = keyAt(left + 1) < keyAt(left) ? left + 1 : left
      if (keyAt(child) >= keyAt(index)) return
      swap(child, index)
      index = child
    }
  }
  return {
    push(item) {
      items.push(item)
      up(items.length - 1)
    },
    peek: () => items[0],
    pop() {
      const top = items[0]
      const last = items.pop()
      if (last && items.length > 0) {
        items[0] = last
        down(0)
      }
      return top
    },
    size: () => items.length,
    rekey(key) {
      items = items.flatMap((item) => {
        const renewed = key(item)
        return renewed === null ? [] : [{ ...item, key: renewed }]
      })
      for (let index = (items.length >> 1) - 1; index >= 0; index--) down(index)
    },
  }
}
