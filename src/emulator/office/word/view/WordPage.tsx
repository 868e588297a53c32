import { makeStyles, Switch, tokens } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { Choice, OfficeBar } from '../../page/OfficeBar.tsx'
import { OfficeWindow } from '../../page/OfficeWindow.tsx'
import { heldAs, type Held } from '../protection.ts'
import { DocumentView } from './DocumentView.tsx'
import type { WordDesk } from './wordDesk.ts'

const held: Readonly<Record<Held, string>> = {
  editing: 'open for editing',
  readOnly: 'protected: no changes',
  forms: 'protected: forms only',
  comments: 'protected: comments only',
  trackedChanges: 'protected: tracked changes only',
  final: 'marked as final',
  viewing: 'in Viewing mode',
  readOnlyFile: 'opened read-only',
  rights: 'rights: reading alone',
}

const useStyles = makeStyles({ desk: { overflow: 'auto', padding: tokens.spacingHorizontalXL } })

/** A window that stands in for Word: one document beside the task pane, and what a person could do to it. */
export const WordPage = ({ desk }: { desk: WordDesk }) => {
  const styles = useStyles()
  useSyncExternalStore(desk.subscribe, desk.version)
  const { document, host, select, word } = desk.session()
  return (
    <OfficeWindow
      desk={desk}
      program="Word"
      about="Shows what the document says and where its fields are, not how Word would lay it out."
      instance={host.instanceId}
      trouble={desk.trouble()}
      className={styles.desk}
      bar={
        <OfficeBar
          desk={desk}
          program="Word"
          file={{
            name: desk.name(),
            saved: document.saved,
            ending: '.docx',
            kind: 'Document',
            open: 'Open a Word document',
          }}
          editions={{
            today: 'as today (WordApi 1.5)',
            low: 'older (WordApi 1.3)',
            lowest: '2016 (WordApi 1.1)',
            none: '2013 (no WordApi)',
          }}
        >
          <Switch
            label="Track changes"
            checked={word.tracking}
            onChange={(_, { checked }) => desk.track(checked)}
          />
          <Choice
            label="This document is"
            chosen={heldAs(word)}
            options={held}
            onChosen={(as) => desk.hold(as as Held)}
          />
        </OfficeBar>
      }
    >
      <DocumentView key={host.instanceId} word={word} select={select} />
    </OfficeWindow>
  )
}
