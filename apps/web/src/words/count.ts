export { count, listed, number } from '@portolan/generate/words';
