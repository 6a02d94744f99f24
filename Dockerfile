FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && node server/launch.js tools/build.ts && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app /app
# The database stands in a volume, which takes over the owner of this folder.
RUN mkdir -p data && chown node:node data
USER node
EXPOSE 3000
CMD ["node", "server/launch.js", "server/start.js"]
