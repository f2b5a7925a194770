import { serveStdio } from '@modelcontextprotocol/server/stdio';
import manifest from '../../package.json' with { type: 'json' };
import type { EvidenceChoice } from '../documents/evidence.ts';
import { gather } from '../documents/gather.ts';
import type { RemoteChoice } from '../documents/remote.ts';
import { openOrganisation } from '../mcp/organisation.ts';
import { mcpServer } from '../mcp/server.ts';

/**
 * Serves one agent until it goes away. Wrong paths are refused before anybody asks; the documents are read while the agent
 * introduces itself.
 *
 * Faults: those of `gather`.
 */
export async function runMcp(paths: readonly string[], options: RemoteChoice & EvidenceChoice): Promise<number> {
  await gather(paths, options);
  using organisation = await openOrganisation(paths, options);
  const serving = serveStdio(() => mcpServer(organisation, options, manifest.version), {
    onerror: error => console.error(`portolan: ${error.message}`),
  });
  // Whoever asks first is told what is wrong, if it still is by then.
  organisation.charted().catch(() => undefined);
  await new Promise<void>(resolve => process.stdin.once('close', resolve).once('end', resolve));
  await serving.close();
  return 0;
}
