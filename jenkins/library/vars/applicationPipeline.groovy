/**
 * What is done with every branch of an application: it is tested and built by CodeBuild; what is merged becomes an image in ECR,
 * tagged with its commit. Heavy work is CodeBuild's: the Pod of `build` only waits for it, and no file of the branch comes to it.
 *
 * @param context the folder with the Dockerfile, the repository's own by default
 */
void call(Map settings = [:]) {
  String context = settings.get('context', '.')
  pipeline {
    agent none
    options {
      timeout(time: 2, unit: 'HOURS')
      buildDiscarder(logRotator(numToKeepStr: '50', artifactNumToKeepStr: '10'))
      disableConcurrentBuilds(abortPrevious: true)
      skipDefaultCheckout()
    }
    stages {
      stage('Begin') {
        steps {
          pipelineState('STARTED')
        }
      }
      stage('Find the commit') {
        agent { label 'check' }
        steps {
          script {
            env.COMMIT = checkout(scm).GIT_COMMIT
          }
        }
      }
      stage('Test and build') {
        agent { label 'build' }
        steps {
          codeBuild(project: 'APPLICATION_BUILD', sourceVersion: env.COMMIT)
        }
      }
      stage('Image') {
        when {
          beforeAgent true
          branch 'main'
        }
        agent { label 'build' }
        steps {
          codeBuild(
            project: 'IMAGE_BUILD',
            sourceVersion: env.COMMIT,
            variables: [VERSION: "build-${env.COMMIT}", CONTEXT: context]
          )
          writeFile(file: 'image.txt', text: "build-${env.COMMIT}\n")
          archiveArtifacts(artifacts: 'image.txt', fingerprint: true)
        }
      }
    }
    post {
      always {
        script { pipelineState.finished() }
      }
    }
  }
}
