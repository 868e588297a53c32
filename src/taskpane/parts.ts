import { t } from '../words/t.ts'
import type { ComponentType } from 'react'
import { FormPart } from './form/FormPart.tsx'
import type { ReviewOption } from './minutes/reviewOptions.ts'
import { MeetingPart } from './live/MeetingPart.tsx'
import { MinutesPart } from './minutes/MinutesPart.tsx'

/** What every part of the pane knows of the review that was chosen. */
export type PartProps = {
  readonly option: ReviewOption
  readonly options: readonly ReviewOption[]
  readonly onGo: (reviewKey: string) => void
  /** While a part works in the document, another review can't be chosen. */
  readonly onBusy: (busy: boolean) => void
  /** It is the part in sight. */
  readonly looked: boolean
  /** Some part works in the document. */
  readonly busy: boolean
  /** Opens another part, by its value, and asks it to begin with something. */
  readonly onAsk: (part: string, to?: Asked['to']) => void
  /** What another part asked this one for. */
  readonly asked: Asked | null
}
/** Asked of one part by another; each asking is another object. */
export type Asked = { readonly to: 'readBack' | 'update' }
export type PanePart = {
  readonly value: string
  readonly label: string
  readonly Part: ComponentType<PartProps>
}

/** What can be done in Word about one review, in the order of the tabs. Each stays as it is while another is looked at. */
export const paneParts: readonly PanePart[] = [
  { value: 'minutes', label: t`Minutes`, Part: MinutesPart },
  { value: 'meeting', label: t`Meeting`, Part: MeetingPart },
  { value: 'form', label: t`Form`, Part: FormPart },
]
