import { useCallback, useRef, useState } from 'react'
import type { Trouble } from '../../domain/problem.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Waiting } from './Speakers.tsx'
import { speakersOf } from './speakers.ts'

/** Who speaks now, and what was typed of each and isn't stored yet. */
export const useSpeaking = (file: ReviewFile) => {
  const [speaking, setSpeaking] = useState<string | null>(null)
  // Each call leads to the words anew, of whoever speaks already too.
  const [turn, setTurn] = useState(0)
  const [troubles, setTroubles] = useState<Readonly<Record<string, Trouble | null>>>({})
  const waiting = useRef<Waiting>(new Map())
  const onTrouble = useCallback(
    (key: string, trouble: Trouble | null) => setTroubles((all) => ({ ...all, [key]: trouble })),
    [],
  )
  const speakers = speakersOf(file)
  return {
    speakers,
    speaker: speakers.find(({ key }) => key === speaking) ?? null,
    turn,
    speak: (key: string) => {
      setSpeaking(key)
      setTurn((now) => now + 1)
    },
    hush: useCallback(() => setSpeaking(null), []),
    troubles,
    onTrouble,
    waiting,
    /** Stores what was typed of everybody; true where nothing is left. */
    storeAll: async () =>
      (await Promise.all([...waiting.current.values()].map((store) => store()))).every(Boolean),
  }
}
export type Speaking = ReturnType<typeof useSpeaking>
