import type { ComponentType } from 'react'
import { FormPart } from './form/FormPart.tsx'
import type { ReviewOption } from './minutes/reviewOptions.ts'
import { MinutesPart } from './minutes/MinutesPart.tsx'

/** What every part of the pane knows of the review that was chosen. */
export type PartProps = {
  readonly option: ReviewOption
  readonly options: readonly ReviewOption[]
  readonly onGo: (reviewKey: string) => void
  /** While a part works in the document, another review can't be chosen. */
  readonly onBusy: (busy: boolean) => void
}
export type PanePart = {
  readonly value: string
  readonly label: string
  readonly Part: ComponentType<PartProps>
}

/** What can be done in Word about one review, in the order of the tabs. Each stays as it is while another is looked at. */
export const paneParts: readonly PanePart[] = [
  { value: 'minutes', label: 'Minutes', Part: MinutesPart },
  { value: 'form', label: 'Form', Part: FormPart },
]
