import { fromJsonSchema, McpServer } from '@modelcontextprotocol/server';
import type { GatherOptions } from '../documents/gather.ts';
import { lookTools } from './look-tools.ts';
import type { Organisation } from './organisation.ts';
import { questionTools } from './question-tools.ts';
import { addResources } from './resources.ts';
import { refusalOf } from './result.ts';
import type { Input, Tool } from './tool.ts';

const INSTRUCTIONS = `Portolan knows the asynchronous APIs of an organisation from its AsyncAPI documents: which service sends and receives which message on which channel, whose it is, and which fields each receiver reads. Begin with search or describe. Ask impact before a message or a field is changed. What is called uncertain or unknown is so: do not take it for a fact. Nothing here changes anything.`;

/** A server of the Model Context Protocol that answers questions about an organisation and changes nothing. */
export function mcpServer(organisation: Organisation, options: GatherOptions, version: string): McpServer {
  const server = new McpServer({ name: 'portolan', title: 'Portolan', version }, { instructions: INSTRUCTIONS });
  for (const tool of [...lookTools(options), ...questionTools]) addTool(server, organisation, tool);
  addResources(server, organisation);
  return server;
}

function addTool(server: McpServer, organisation: Organisation, tool: Tool): void {
  const { name, title, description, input, required, output } = tool;
  const inputSchema = {
    type: 'object' as const,
    properties: input,
    required: [...required],
    additionalProperties: false,
  };
  server.registerTool(
    name,
    {
      title,
      description,
      inputSchema: fromJsonSchema<Input>(inputSchema as Parameters<typeof fromJsonSchema>[0]),
      ...(output && { outputSchema: fromJsonSchema(output as Parameters<typeof fromJsonSchema>[0]) }),
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async (args: Input) => {
      try {
        return await tool.run(organisation, args);
      } catch (error) {
        return refusalOf(error);
      }
    },
  );
}
