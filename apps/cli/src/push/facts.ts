import type { PushFacts } from '@portolan/control';

/** Variables that runs of CI have, the first that is set: of GitHub, of GitLab. */
const COMMIT = ['GITHUB_SHA', 'CI_COMMIT_SHA'];
const BRANCH = ['GITHUB_REF_NAME', 'CI_COMMIT_REF_NAME'];

/** Where a push comes from, as the run of CI around it says; what was said on the command line counts more. */
export function factsFrom(given: PushFacts, env: NodeJS.ProcessEnv): PushFacts {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, CI_PROJECT_URL: project } = env;
  const commit = given.commit ?? first(COMMIT, env);
  const branch = given.branch ?? first(BRANCH, env);
  const from = given.from ?? (server && repository ? `${server}/${repository}` : project);
  return { ...(commit && { commit }), ...(branch && { branch }), ...(from && { from }) };
}

function first(names: readonly string[], env: NodeJS.ProcessEnv): string | undefined {
  return names.map(name => env[name]).find(value => value !== undefined && value !== '');
}
