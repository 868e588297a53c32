import { t } from '../words/t.ts'
import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { Listing } from '../graph/storeTypes.ts'

/** Says so when rows of a list can't be shown, instead of leaving them out in silence. */
export const Unreadable = ({ listings }: { listings: readonly Listing<unknown>[] }) => {
  const rows = listings.flatMap(({ unreadable }) => unreadable)
  if (rows.length === 0) return null
  const fields = [...new Set(rows.flatMap((row) => row.fields))].join(', ')
  return (
    <MessageBar intent="warning">
      <MessageBarBody>{t`${rows.length === 1 ? t`One row was` : t`${rows.length} rows were`} changed in SharePoint into something that we can’t read${fields && ` (${fields})`}. Put it right there; the rest is shown.`}</MessageBarBody>
    </MessageBar>
  )
}
