/**
 * Starts a build at CodeBuild, waits for it, and fails with it. Runs in a Pod of the template build.
 *
 * @param project the variable of the Pod that holds the project's name: APPLICATION_BUILD, IMAGE_BUILD
 * @param sourceVersion what is built: a commit, a branch, a tag
 * @param variables for the build, by name
 */
void call(Map arguments) {
  Map variables = arguments.get('variables', [:])
  List overrides = variables.collect { name, value -> "name=${name},value=${value},type=PLAINTEXT".toString() }
  if (overrides.any { it =~ /[^\w=.,\/-]/ }) {
    error "A variable for CodeBuild holds a character that is not allowed: ${variables}"
  }
  withEnv([
    "PROJECT_VARIABLE=${arguments.project}",
    "SOURCE_VERSION=${arguments.sourceVersion}",
    "OVERRIDES=${overrides.join(' ')}",
  ]) {
    container('aws') {
      sh '''
        set -eu
        project=$(printenv "$PROJECT_VARIABLE")
        set -- --project-name "$project" --source-version "$SOURCE_VERSION"
        # the names and values hold no spaces
        test -z "$OVERRIDES" || set -- "$@" --environment-variables-override $OVERRIDES
        id=$(aws codebuild start-build "$@" --query build.id --output text)
        echo "CodeBuild: $id"
        trap 'aws codebuild stop-build --id "$id" --query build.buildStatus --output text; exit 1' TERM INT
        status=IN_PROGRESS
        while [ "$status" = IN_PROGRESS ]; do
          sleep 15 & wait $!
          status=$(aws codebuild batch-get-builds --ids "$id" --query 'builds[0].buildStatus' --output text)
        done
        aws codebuild batch-get-builds --ids "$id" --query 'builds[0].logs.deepLink' --output text
        test "$status" = SUCCEEDED
      '''
    }
  }
}
