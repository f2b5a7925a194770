import type { PatchView } from '@portolan/server/port';
import { useEffect, useState } from 'react';
import { CodeBlock } from './code-block.tsx';
import { Empty, Section } from './section.tsx';

/** A patch to copy or download, and how to propose it. */
export function Patch({ made }: { made: PatchView }) {
  const { patch, title, file } = made;
  const address = useAddress(patch);
  if (patch === '') return <Empty>The document says this already.</Empty>;
  return (
    <Section title="The patch">
      <CodeBlock language="diff" value={patch} label={`Patch of ${file}`} />
      <p className="page-actions">
        <a className="button" href={address} download="portolan.patch">
          Download
        </a>
      </p>
      <h3 className="patch-how">Propose it</h3>
      <p className="soft">In the folder of the source, where {file} is:</p>
      <CodeBlock language="plain" value={commands(title)} label="Commands that make a branch of it" />
    </Section>
  );
}

/** An address of this page's own for a text, given back when the text changes. */
function useAddress(text: string): string {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'text/x-diff' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return address;
}

function commands(title: string): string {
  const quoted = `'${title.replaceAll("'", "'\\''")}'`;
  return [
    `git switch -c portolan-edit`,
    `git apply portolan.patch`,
    `git commit -am ${quoted}`,
    `git push -u origin portolan-edit`,
  ].join('\n');
}
