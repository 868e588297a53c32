import { t } from '../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { useMemo } from 'react'
import { documentState } from '../../documents/documentState.ts'
import type { OpenDocument } from '../../host/word.ts'

/** How the document was read, where somebody might wonder. */
export const ReadAs = ({ document }: { document: OpenDocument }) => {
  const { changes } = useMemo(() => documentState(document.xml, document.told), [document])
  return changes ? <Text>{t`Tracked changes in the document are read as if they were accepted.`}</Text> : null
}
