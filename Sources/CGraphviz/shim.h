// What Stateline asks of libgraphviz. The headers are used to compile, the libraries only when a picture is drawn:
// nothing is linked, and the functions are found with dlopen and dlsym. Where the headers are not there either,
// CGV_PLUGIN_VERSION is 0 and every function fails.
#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H

#include <dlfcn.h>
#include <stddef.h>

#if __has_include(<graphviz/gvc.h>)
#include <graphviz/gvc.h>
#include <graphviz/graphviz_version.h>
#define CGV_HAS_HEADERS 1
#elif __has_include("/opt/homebrew/include/graphviz/gvc.h")
#include "/opt/homebrew/include/graphviz/gvc.h"
#include "/opt/homebrew/include/graphviz/graphviz_version.h"
#define CGV_HAS_HEADERS 1
#endif

typedef struct { double x, y; } cgv_point;

/* Which kind of object a default value is for. */
enum { CGV_GRAPH = 0, CGV_NODE = 1, CGV_EDGE = 2 };

#ifdef CGV_HAS_HEADERS

/* The number in the names of the plug-in libraries that fit these headers: libgvplugin_core.so.6. */
enum { CGV_PLUGIN_VERSION = GVPLUGIN_VERSION };

/* The functions that are called, with the types that the headers give them. */
typedef struct {
  __typeof__(&gvContext) context;
  __typeof__(&gvContextPlugins) bare_context;
  __typeof__(&gvAddLibrary) add_library;
  __typeof__(&gvLayout) layout;
  __typeof__(&gvFreeLayout) free_layout;
  __typeof__(&agopen) open;
  __typeof__(&agclose) close;
  __typeof__(&agnode) node;
  __typeof__(&agedge) edge;
  __typeof__(&agattr) attribute;
  __typeof__(&agxset) set;
  __typeof__(&agseterrf) set_error_sink;
  Agdesc_t directed;
} cgv_library;


static inline int cgv_discard(char *message) { (void)message; return 0; }

/* Fills the table from the handles that dlopen gave; 0 if a symbol is missing. Messages of the library are thrown
   away from here on.
   Agdirected is a mutable global of the library: its value is copied. */
static inline int cgv_resolve(cgv_library *library, void *gvc, void *cgraph) {
#define CGV_FIND(member, handle, symbol) \
  if (!(library->member = (__typeof__(library->member))dlsym(handle, symbol))) return 0
  CGV_FIND(context, gvc, "gvContext");
  CGV_FIND(bare_context, gvc, "gvContextPlugins");
  CGV_FIND(add_library, gvc, "gvAddLibrary");
  CGV_FIND(layout, gvc, "gvLayout");
  CGV_FIND(free_layout, gvc, "gvFreeLayout");
  CGV_FIND(open, cgraph, "agopen");
  CGV_FIND(close, cgraph, "agclose");
  CGV_FIND(node, cgraph, "agnode");
  CGV_FIND(edge, cgraph, "agedge");
  CGV_FIND(attribute, cgraph, "agattr");
  CGV_FIND(set, cgraph, "agxset");
  CGV_FIND(set_error_sink, cgraph, "agseterrf");
#undef CGV_FIND
  const Agdesc_t *directed = (const Agdesc_t *)dlsym(cgraph, "Agdirected");
  if (!directed) return 0;
  library->directed = *directed;
  library->set_error_sink(cgv_discard);
  return 1;
}

/* A context that finds its plug-ins itself, by the list that the installation wrote; NULL on failure. */
static inline void *cgv_context(const cgv_library *library) { return library->context(); }

/* A context without plug-ins; NULL on failure. */
static inline void *cgv_bare_context(const cgv_library *library) { return library->bare_context(NULL, 0); }

static inline void cgv_add_plugin(const cgv_library *library, void *context, void *plugin) {
  library->add_library((GVC_t *)context, (gvplugin_library_t *)plugin);
}

static inline void *cgv_open(const cgv_library *library) {
  return library->open((char *)"scope", library->directed, NULL);
}

static inline void cgv_close(const cgv_library *library, void *graph) { library->close((Agraph_t *)graph); }

/* Declares an attribute of all objects of a kind, with its default; what cgv_set takes. */
static inline void *cgv_attribute(
  const cgv_library *library, void *graph, int kind, const char *name, const char *value) {
  const int kinds[] = {AGRAPH, AGNODE, AGEDGE};
  return library->attribute((Agraph_t *)graph, kinds[kind], (char *)name, (char *)value);
}

static inline void cgv_set(const cgv_library *library, void *object, void *attribute, const char *value) {
  library->set(object, (Agsym_t *)attribute, (char *)value);
}

static inline void *cgv_node(const cgv_library *library, void *graph, const char *name) {
  return library->node((Agraph_t *)graph, (char *)name, 1);
}

/* The key keeps parallel edges apart. */
static inline void *cgv_edge(
  const cgv_library *library, void *graph, void *tail, void *head, const char *key) {
  return library->edge((Agraph_t *)graph, (Agnode_t *)tail, (Agnode_t *)head, (char *)key, 1);
}

/* Lays the graph out with dot; 0 is success. */
static inline int cgv_layout(const cgv_library *library, void *context, void *graph) {
  return library->layout((GVC_t *)context, (Agraph_t *)graph, "dot");
}

static inline void cgv_free_layout(const cgv_library *library, void *context, void *graph) {
  library->free_layout((GVC_t *)context, (Agraph_t *)graph);
}

/* In points, y upwards. */
static inline cgv_point cgv_center(void *node) {
  pointf p = ND_coord((Agnode_t *)node);
  return (cgv_point){p.x, p.y};
}

static inline cgv_point cgv_lower_left(void *graph) {
  boxf box = GD_bb((Agraph_t *)graph);
  return (cgv_point){box.LL.x, box.LL.y};
}

static inline cgv_point cgv_upper_right(void *graph) {
  boxf box = GD_bb((Agraph_t *)graph);
  return (cgv_point){box.UR.x, box.UR.y};
}

/* How many control points the first curve of an edge has: 3n + 1, or 0 if it was not routed. */
static inline int cgv_point_count(void *edge) {
  splines *curves = ED_spl((Agedge_t *)edge);
  return curves && (int)curves->size > 0 ? (int)curves->list[0].size : 0;
}

static inline cgv_point cgv_control_point(void *edge, int index) {
  pointf p = ED_spl((Agedge_t *)edge)->list[0].list[index];
  return (cgv_point){p.x, p.y};
}

#else

enum { CGV_PLUGIN_VERSION = 0 };
typedef struct { char unused; } cgv_library;
static inline int cgv_resolve(cgv_library *library, void *gvc, void *cgraph) { return 0; }
static inline void *cgv_context(const cgv_library *library) { return NULL; }
static inline void *cgv_bare_context(const cgv_library *library) { return NULL; }
static inline void cgv_add_plugin(const cgv_library *library, void *context, void *plugin) {}
static inline void *cgv_open(const cgv_library *library) { return NULL; }
static inline void cgv_close(const cgv_library *library, void *graph) {}
static inline void *cgv_attribute(
  const cgv_library *library, void *graph, int kind, const char *name, const char *value) { return NULL; }
static inline void cgv_set(const cgv_library *library, void *object, void *attribute, const char *value) {}
static inline void *cgv_node(const cgv_library *library, void *graph, const char *name) { return NULL; }
static inline void *cgv_edge(
  const cgv_library *library, void *graph, void *tail, void *head, const char *key) { return NULL; }
static inline int cgv_layout(const cgv_library *library, void *context, void *graph) { return 1; }
static inline void cgv_free_layout(const cgv_library *library, void *context, void *graph) {}
static inline cgv_point cgv_center(void *node) { return (cgv_point){0, 0}; }
static inline cgv_point cgv_lower_left(void *graph) { return (cgv_point){0, 0}; }
static inline cgv_point cgv_upper_right(void *graph) { return (cgv_point){0, 0}; }
static inline int cgv_point_count(void *edge) { return 0; }
static inline cgv_point cgv_control_point(void *edge, int index) { return (cgv_point){0, 0}; }

#endif
#endif
