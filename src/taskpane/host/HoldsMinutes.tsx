import { t } from '../../words/t.ts'
import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { reviewsIn } from '../../documents/readBack.ts'
import { openDocumentQuery } from '../minutes/openDocument.ts'

/** Opened again, or after the pane was closed in the middle: what is in the document, and how to go on. */
export const HoldsMinutes = ({ reviewKey }: { reviewKey: string }) => {
  const { data } = useQuery(openDocumentQuery)
  if (!data || !reviewsIn(data).has(reviewKey)) return null
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{t`The minutes of this review are in this document. Read back shows what it says that the record doesn’t.`}</MessageBarBody>
    </MessageBar>
  )
}
