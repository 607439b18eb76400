/** What typed words may mean, as a list offers it. */
export type Meaning<T> = { key: string; label: string; note?: string; value: T }
