/* What is double-clicked on Windows, and, compiled with CONSOLE, nianbao.exe for the command line.
   Runs app\app.py with the Python in app, in this very process: so the icon, the name and the task bar's button are the program's. */
#include <windows.h>
#include <shellapi.h>
#include <stdio.h>
#include <wchar.h>

#define LONGEST 32768
#define TITLE L"政府信息公开年报"

typedef int (*PyMain)(int, wchar_t **);

static wchar_t here[LONGEST], path[LONGEST];

static void tell(const wchar_t *words) {
#ifdef CONSOLE
    DWORD written;
    HANDLE console = GetStdHandle(STD_ERROR_HANDLE);
    if (WriteConsoleW(console, words, (DWORD)wcslen(words), &written, NULL)) return;
    static char bytes[LONGEST];
    int count = WideCharToMultiByte(CP_UTF8, 0, words, -1, bytes, sizeof bytes, NULL, NULL);
    if (count > 1) WriteFile(console, bytes, count - 1, &written, NULL);
#else
    MessageBoxW(NULL, words, TITLE, MB_ICONERROR | MB_SETFOREGROUND);
#endif
}

static int incomplete(const wchar_t *missing) {
    static wchar_t words[2 * LONGEST];
    swprintf(words, 2 * LONGEST,
             L"程序没有解压完整，缺少“%ls”。\n\n请先把压缩包全部解压到一个文件夹里，再双击解压出来的“" TITLE L"”；不要在压缩包里直接打开。\n",
             missing);
    tell(words);
    return 2;
}

static const wchar_t *beside(const wchar_t *name) {
    swprintf(path, LONGEST, L"%ls\\%ls", here, name);
    return path;
}

/* The words for Python: its options and the program before those given; those of a worker process are for Python as they are. */
static int words_for_python(int count, wchar_t **words, wchar_t **given) {
    int n = 0;
    given[n++] = words[0];
    for (int i = 1; i < count; i++)
        if (!wcscmp(words[i], L"--multiprocessing-fork")) {
            for (int j = 1; j < count; j++) given[n++] = words[j];
            return n;
        }
    given[n++] = L"-I"; /* nothing of another Python */
    given[n++] = L"-B"; /* nothing written into the bundle */
    given[n++] = path;
    for (int i = 1; i < count; i++) given[n++] = words[i];
    return n;
}

static int start(void) {
    DWORD length = GetModuleFileNameW(NULL, here, LONGEST);
    if (!length || length > LONGEST - 100) return incomplete(L"app");
    *wcsrchr(here, L'\\') = 0;
    HMODULE python = LoadLibraryExW(beside(L"app\\python313.dll"), NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python) return incomplete(L"app\\python313.dll");
    if (GetFileAttributesW(beside(L"app\\app.py")) == INVALID_FILE_ATTRIBUTES) return incomplete(L"app\\app.py");
    PyMain run = (PyMain)(void *)GetProcAddress(python, "Py_Main");
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    wchar_t **given = LocalAlloc(LPTR, (count + 4) * sizeof *given);
    return run(words_for_python(count, words, given), given);
}

#ifdef CONSOLE
int wmain(void) { return start(); }
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, wchar_t *line, int show) { return start(); }
#endif
