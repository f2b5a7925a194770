export { clean, cleanLine } from '@portolan/base';
