import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Stored } from '../../domain/record.ts'
import { Composer } from './Composer.tsx'
import { Speakers } from './Speakers.tsx'
import type { Speaking } from './useSpeaking.ts'

/** Who speaks, and what they say while it is typed. `topic` is the part of the meeting by its name. */
export const Speech = ({
  file,
  topic,
  onStored,
  keyed = false,
  speaking: { speakers, speaker, turn, speak, troubles, onTrouble, waiting },
}: {
  file: ReviewFile
  topic: string
  onStored?: ((stored: Stored<unknown>) => void) | undefined
  /** The keys 1 to 9 choose who speaks. */
  keyed?: boolean
  speaking: Speaking
}) => (
  <>
    <Speakers
      file={file}
      speakers={speakers}
      current={speaker?.key ?? null}
      part={topic}
      waiting={waiting}
      onSpeak={speak}
      onTrouble={onTrouble}
      onStored={onStored}
      keyed={keyed}
    />
    {speaker && (
      <Composer
        key={speaker.key}
        turn={turn}
        file={file}
        speaker={speaker}
        topic={topic}
        trouble={troubles[speaker.key] ?? null}
        store={() => void waiting.current.get(speaker.key)?.()}
      />
    )}
  </>
)
