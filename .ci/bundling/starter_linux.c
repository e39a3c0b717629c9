/* What is double-clicked on Linux, and `nianbao` in a terminal: starts app/app.py with the Python beside it. */
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **words) {
    static char here[PATH_MAX], python[PATH_MAX + 64], program[PATH_MAX + 64];
    ssize_t length = readlink("/proc/self/exe", here, sizeof here - 1);
    if (length < 0) {
        perror("nianbao");
        return 2;
    }
    dirname(here);
    snprintf(python, sizeof python, "%s/app/python/bin/nianbao", here);
    snprintf(program, sizeof program, "%s/app/app.py", here);

    /* Only this way of drawing is in the bundle; a desktop's variables may ask for others, or for plug-ins of another Qt. */
    setenv("QT_QPA_PLATFORM", "xcb", 1);
    unsetenv("QT_PLUGIN_PATH");
    setenv("RESOURCE_NAME", "nianbao", 1); /* the window's class, by which a task bar finds the starter */

    char **given = calloc(count + 4, sizeof *given);
    int n = 0;
    given[n++] = python;
    given[n++] = "-I"; /* nothing of another Python */
    given[n++] = "-B"; /* nothing written into the bundle */
    given[n++] = program;
    memcpy(given + n, words + 1, count * sizeof *given); /* the NULL at the end too */
    execv(python, given);
    fprintf(stderr, "程序没有解压完整，缺少“%s”。请重新解压。\n", python);
    return 2;
}
